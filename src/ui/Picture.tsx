import { Image } from '@tarojs/components'

type Props = { src: string; className: string; name?: string; lazy?: boolean; fill?: boolean }

/** A picture. Without a name it says nothing that the words beside it do not say, and screen readers pass over it. */
export function Picture({ src, className, name = '', lazy, fill }: Props) {
  const spoken = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: name } } : name ? { 'aria-label': name } : {}
  return (
    <Image
      src={src}
      className={className}
      {...(fill && { mode: 'aspectFill' as const })}
      {...(lazy && { lazyLoad: true })}
      {...spoken}
    />
  )
}
