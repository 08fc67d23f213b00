# One image for all services: the command says which, as in `docker run tonggwan apps/launcher/dist/main.js release`.
ARG NODE=24

FROM node:${NODE}-bookworm-slim AS manifests
WORKDIR /app
COPY . .
# What the installation depends on, and no more: a change of code keeps the layers below.
RUN find . -type f ! -name package.json ! -name package-lock.json -delete

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /app
COPY --from=manifests /app ./
# Compiled by the image's own Node, not by the one that npm brings for machines with another.
RUN npm ci && rm -rf node_modules/node-linux-* node_modules/.bin/node
COPY . .
RUN npm run build
# Of the workspace only what runs: neither sources nor tests.
RUN rm -rf apps/*/node_modules libs/platform/testing libs/*/src libs/*/*/src \
    && find apps -type f ! -path '*/dist/*' ! -name package.json -delete \
    && find apps libs -type f \( -name '*spec.js' -o -name '*.d.ts' -o -name '*.map' -o -name 'tsconfig*' \) -delete \
    && find apps libs -type d -empty -delete \
    && mkdir -p run/issuer run/tokens

FROM node:${NODE}-bookworm-slim AS dependencies
WORKDIR /app
COPY --from=manifests /app ./
# The optional ones are the embedded PostgreSQL and a Node, which the services do not need here.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
    && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' \) -delete

FROM gcr.io/distroless/nodejs${NODE}-debian12:nonroot
LABEL org.opencontainers.image.title="Tonggwan" \
      org.opencontainers.image.description="Open, event-driven customs clearance: all its services" \
      org.opencontainers.image.licenses="Apache-2.0"
# As the services are started everywhere: libs/platform/service-host/src/run/service-flags.ts says why.
ENV NODE_ENV=production NODE_OPTIONS="--max-semi-space-size=16"
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/packs ./packs
COPY --from=build /app/libs ./libs
COPY --from=build /app/apps ./apps
# Volumes that are mounted here begin as this user's.
COPY --from=build --chown=65532:65532 /app/run /run
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s CMD ["/nodejs/bin/node", "-e", \
  "fetch('http://127.0.0.1:8080/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["apps/launcher/dist/main.js", "gateway"]
