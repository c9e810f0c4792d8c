# The server with the web app in it. docs/self-hosting.md says how to run it.
#   docker build -t minhu .
# A mirror of the package registry, where one is needed: --build-arg npm_config_registry=https://…

FROM node:20.20.2-bookworm-slim AS web
ARG npm_config_registry
WORKDIR /opt/minhu
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json babel.config.js ./
COPY config config
COPY types types
COPY src src
RUN NODE_ENV=production npm run build:h5

FROM node:20.20.2-bookworm-slim
ARG npm_config_registry
# pg_dump and pg_restore for `npm run backup` and `npm run restore`: version 15, for servers up to 15.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/minhu
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY tsconfig.json ./
COPY src src
COPY --from=web /opt/minhu/dist/h5 dist/h5
# The program belongs to root and is read only to the one that runs it.
RUN mkdir -p /var/lib/minhu && chown node:node /var/lib/minhu
USER node
ENV NODE_ENV=production MINHU_HOST=0.0.0.0 MINHU_PORT=8750 MINHU_VAR=/var/lib/minhu
VOLUME /var/lib/minhu
EXPOSE 8750
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8750/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the signal to stop must reach the server itself.
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "src/hosts/main.ts"]
