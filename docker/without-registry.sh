#!/bin/bash
# Runs docker-compose.yml where no image can be pulled: a Docker engine of its own, and stand-ins for the four images that our files name,
# made from Debian, Maven Central and the JDK that is here. It holds no path of a machine and no address of a registry: it reads them.
#
#   docker/without-registry.sh try     # everything: up, docker/try.sh, down                              (root, Debian)
#   docker/without-registry.sh up      # packages, engine, stand-ins; then . "$STAND_IN/env"
#   docker/without-registry.sh down    # ends what was begun; FORGET=1 deletes what was made too
#
# BUILT=1 puts what Maven built here into the images instead of building it in one: quicker, and without that step of the Dockerfile.
# What it proves: our Dockerfile's steps, users, start commands, health checks, wiring and limits. What it cannot: what the vendors put
# into their images. PostgreSQL runs its own entrypoint when STAND_IN_POSTGRES_ENTRYPOINT names a copy of it, else the short one below.
set -euo pipefail
cd "$(dirname "$0")/.."
PROJECT=$PWD
DIR=${STAND_IN:-${TMPDIR:-/tmp}/clinni-stand-in}
SUITE=${STAND_IN_SUITE:-trixie} # has PostgreSQL 17 and compose 2
export DOCKER_HOST=unix://$DIR/engine/docker.sock DOCKER_CONFIG=$DIR/client DOCKER_BUILDKIT=1

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

jdk() { # the one that make takes
    make -s --no-print-directory -f "$PROJECT/Makefile" --eval 'where: ; @echo $(JDK)' where
}

debian() { # the registry that this machine is set up with
    { sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources; sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list; } \
        2>/dev/null | head -n 1
}

from() { sed -n "s/^FROM \(.*\) AS $1\$/\1/p" "$PROJECT/Dockerfile"; } # the name our files give a base
image() { sed -n "s|^ *image: \($1:.*\)\$|\1|p" "$PROJECT/docker-compose.yml" | sort -u; }
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$PROJECT/pom.xml"; }

packages() {
    local missing=
    for program in dockerd debootstrap iptables; do command -v "$program" >/dev/null || missing=yes; done
    [ -n "$missing" ] || return 0
    say "packages"
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends docker.io iptables debootstrap >/dev/null
}

client() { # compose 2 is not in bookworm; trixie's runs there
    [ -x "$DOCKER_CONFIG/cli-plugins/docker-compose" ] && return
    say "compose and buildx"
    mkdir -p "$DIR"/apt/{lists,cache/archives}/partial "$DOCKER_CONFIG/cli-plugins"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian) $SUITE main" > "$DIR/apt/list"
    local options=(-qq -o "Dir::Etc::sourcelist=$DIR/apt/list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$DIR/apt/lists"
        -o "Dir::Cache=$DIR/apt/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update
    (cd "$DIR/apt" && apt-get "${options[@]}" download docker-compose docker-buildx && for deb in ./*.deb; do dpkg -x "$deb" x; done)
    cp "$DIR"/apt/x/usr/libexec/docker/cli-plugins/* "$DOCKER_CONFIG/cli-plugins/"
}

engine() {
    docker version >/dev/null 2>&1 && return
    say "engine"
    mkdir -p "$DIR/engine"
    ip link show docker0 >/dev/null 2>&1 || touch "$DIR/engine/bridge-is-ours"
    # No rule of the machine's firewall is touched; containers have no way out, and need none.
    setsid dockerd --host "$DOCKER_HOST" --data-root "$DIR/engine/data" --exec-root "$DIR/engine/exec" --pidfile "$DIR/engine/pid" \
        --iptables=false --ip6tables=false --ip-masq=false >"$DIR/engine/log" 2>&1 </dev/null &
    for _ in $(seq 100); do docker version >/dev/null 2>&1 && return; sleep 0.2; done
    tail "$DIR/engine/log" >&2
    exit 1
}

there() { docker image inspect "$1" >/dev/null 2>&1; }

debian_image() {
    there stand-in/debian && return
    say "Debian $SUITE"
    debootstrap --variant=minbase --include=ca-certificates,curl "$SUITE" "$DIR/root" "$(debian)" >"$DIR/debootstrap.log"
    tar -C "$DIR/root" -c . | docker import -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' -c 'CMD ["bash"]' - stand-in/debian
    rm -rf "$DIR/root"
}

java_images() {
    local runtime build home maven
    runtime=$(from runtime) build=$(from build)
    there "$runtime" && there "$build" && return
    say "$runtime, $build"
    home=$(jdk) maven=$(dirname "$(dirname "$(readlink -f "$(command -v mvn)")")")
    mkdir -p "$DIR/java"
    cp -aL "$home" "$DIR/java/jdk"
    cp -aL "$maven" "$DIR/java/maven"
    docker build -q -t "$runtime" -f - "$DIR/java" <<'END'
FROM stand-in/debian
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
COPY jdk /opt/java/openjdk
END
    docker build -q -t "$build" -f - "$DIR/java" <<END
FROM $runtime
ENV MAVEN_HOME=/usr/share/maven
COPY maven /usr/share/maven
RUN ln -s /usr/share/maven/bin/mvn /usr/bin/mvn
END
    rm -rf "$DIR/java"
}

kafka_image() {
    local name version
    name=$(image apache/kafka) version=$(property kafka.version)
    there "$name" && return
    say "$name"
    mkdir -p "$DIR/kafka"
    cat > "$DIR/kafka/pom.xml" <<END
<project><modelVersion>4.0.0</modelVersion><groupId>stand-in</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging><dependencies>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>$version</version></dependency>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId><version>$version</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>$(property log4j-core.version)</version></dependency></dependencies></project>
END
    JAVA_HOME=$(jdk) MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow mvn -B -ntp -q -f "$DIR/kafka/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$DIR/kafka/libs"
    cat > "$DIR/kafka/run" <<'END'
#!/bin/bash
# As the vendor's: settings by KAFKA_ variables (its own wrapper, from Kafka's jar, renders them), the store formatted once, then the server.
set -e
export CLUSTER_ID=${CLUSTER_ID:-5L6g3nShT-eMCtK--X86sw}
said=$(/opt/kafka/bin/kafka-run-class.sh kafka.docker.KafkaDockerWrapper setup --default-configs-dir /etc/kafka/docker \
    --mounted-configs-dir /mnt/shared/config --final-configs-dir /opt/kafka/config 2>&1) ||
    { echo "$said"; echo "$said" | grep -q 'already formatted' || exit 1; }
export KAFKA_HEAP_OPTS=${KAFKA_HEAP_OPTS:--Xmx1G -Xms1G}
exec /opt/kafka/bin/kafka-run-class.sh kafka.Kafka /opt/kafka/config/server.properties
END
    cat > "$DIR/kafka/kafka-run-class.sh" <<'END'
#!/bin/bash
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} -XX:+UseG1GC ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/opt/kafka/config/log4j2.properties} -cp '/opt/kafka/libs/*' "$@"
END
    cat > "$DIR/kafka/log4j2.properties" <<'END'
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=[%d] %p %m (%c)%n
rootLogger.level=INFO
rootLogger.appenderRef.out.ref=out
END
    docker build -q -t "$name" -f - "$DIR/kafka" <<END
FROM $(from runtime)
RUN useradd --uid 1000 --create-home appuser && mkdir -p /opt/kafka/bin /opt/kafka/config /etc/kafka/docker /etc/kafka/secrets /mnt/shared/config /var/lib/kafka/data
COPY libs /opt/kafka/libs
COPY --chmod=755 kafka-run-class.sh /opt/kafka/bin/
COPY --chmod=755 run /etc/kafka/docker/run
COPY log4j2.properties /opt/kafka/config/
COPY log4j2.properties /etc/kafka/docker/
RUN for t in "broker-api-versions org.apache.kafka.tools.BrokerApiVersionsCommand" "topics org.apache.kafka.tools.TopicCommand" \
      "consumer-groups org.apache.kafka.tools.consumer.group.ConsumerGroupCommand" "console-consumer org.apache.kafka.tools.consumer.ConsoleConsumer" ; do \
      set -- \$t; printf '#!/bin/bash\nexport KAFKA_LOG4J_OPTS=-Dlog4j2.level=OFF\nexec /opt/kafka/bin/kafka-run-class.sh %s "\$@"\n' "\$2" > /opt/kafka/bin/kafka-\$1.sh; \
      chmod 755 /opt/kafka/bin/kafka-\$1.sh; done \
  && touch /etc/kafka/docker/server.properties \
  && chown -R appuser:appuser /opt/kafka /mnt/shared/config && chown -R appuser:root /var/lib/kafka /etc/kafka
EXPOSE 9092
USER appuser
VOLUME ["/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"]
CMD ["/etc/kafka/docker/run"]
END
    rm -rf "$DIR/kafka"
}

postgres_image() {
    local name
    name=$(image postgres)
    there "$name" && return
    say "$name"
    mkdir -p "$DIR/postgres"
    if [ -n "${STAND_IN_POSTGRES_ENTRYPOINT:-}" ]; then
        cp "$STAND_IN_POSTGRES_ENTRYPOINT" "$DIR/postgres/docker-entrypoint.sh"
    else
        cat > "$DIR/postgres/docker-entrypoint.sh" <<'END'
#!/bin/bash
# The part of the vendor's contract that we use: POSTGRES_PASSWORD, _USER, _DB, PGDATA, /docker-entrypoint-initdb.d/*.sh on an empty volume.
set -euo pipefail
[ "${1:-postgres}" = postgres ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" && chown -R postgres "$PGDATA" && chmod 700 "$PGDATA"
    exec gosu postgres "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    export POSTGRES_USER=${POSTGRES_USER:-postgres}
    initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") >/dev/null
    printf '\nhost all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
    export PGUSER=$POSTGRES_USER PGDATABASE=${POSTGRES_DB:-postgres}
    [ "${POSTGRES_DB:-postgres}" = postgres ] || createdb --maintenance-db=postgres "$POSTGRES_DB"
    shopt -s nullglob
    for script in /docker-entrypoint-initdb.d/*.sh; do if [ -x "$script" ]; then "$script"; else . "$script"; fi; done
    pg_ctl -D "$PGDATA" -m fast -w stop
    unset PGUSER PGDATABASE
fi
exec "$@"
END
    fi
    docker build -q --network host -t "$name" -f - "$DIR/postgres" <<'END'
FROM stand-in/debian
ENV LANG=C.UTF-8 PGDATA=/var/lib/postgresql/data
RUN groupadd -r postgres --gid=999 && useradd -r -g postgres --uid=999 --home-dir=/var/lib/postgresql --shell=/bin/bash postgres \
 && apt-get update -qq && mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf \
 && apt-get install -y -qq --no-install-recommends postgresql-17 gosu >/dev/null && rm -rf /var/lib/apt/lists/* \
 && sed -ri "s/^#?listen_addresses.*/listen_addresses = '*'/" /usr/share/postgresql/17/postgresql.conf.sample \
 && install -d -o postgres -g postgres -m 3777 /var/run/postgresql && install -d -o postgres -g postgres -m 1777 "$PGDATA" \
 && mkdir /docker-entrypoint-initdb.d
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/17/bin
COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/
VOLUME /var/lib/postgresql/data
ENTRYPOINT ["docker-entrypoint.sh"]
STOPSIGNAL SIGINT
EXPOSE 5432
CMD ["postgres"]
END
    # What the tests ask Testcontainers for.
    docker tag "$name" "$name-alpine"
    rm -rf "$DIR/postgres"
}

# Containers have no way out, so the build stage borrows the host's network, or is replaced by what was built here.
override() {
    local build='build: {network: host}'
    if [ -n "${BUILT:-}" ]; then
        rm -rf "$DIR/built" && mkdir -p "$DIR/built/src"
        (cd "$PROJECT" && cp -a --parents ./*/target/lib ./*/target/*-0.1.0.jar ./*/target/quarkus-app "$DIR/built/src/")
        { printf 'FROM %s AS build\nCOPY src /src\n' "$(from runtime)"; sed -n '/ AS runtime$/,$p' "$PROJECT/Dockerfile"; } > "$DIR/built/Dockerfile"
        build="build: {context: $DIR/built, dockerfile: Dockerfile}"
    fi
    awk -v build="    $build" '
        BEGIN { print "services:" }
        /^[a-z]/ { on = /^services:/ }
        on && /^  [a-z-]+:$/ { name = $0 }
        on && /^    build:/ { print name; print build }
    ' "$PROJECT/docker-compose.yml" > "$DIR/compose.yml"
}

up() {
    mkdir -p "$DIR"
    packages
    client
    engine
    debian_image
    java_images
    kafka_image
    postgres_image
    override
    # Testcontainers takes a /.dockerenv for its own container, and pulls an image to look for its gateway.
    printf 'export %s\n' DOCKER_BUILDKIT=1 "DOCKER_HOST=$DOCKER_HOST" "DOCKER_CONFIG=$DOCKER_CONFIG" TESTCONTAINERS_RYUK_DISABLED=true \
        TESTCONTAINERS_HOST_OVERRIDE=localhost "COMPOSE_FILE=$PROJECT/docker-compose.yml:$DIR/compose.yml" > "$DIR/env"
    say "ready: . $DIR/env"
}

down() {
    if [ -s "$DIR/engine/pid" ]; then
        local pid
        pid=$(cat "$DIR/engine/pid")
        docker ps -q | xargs -r docker stop -t 40 >/dev/null
        kill "$pid"
        while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
        [ -e "$DIR/engine/bridge-is-ours" ] && ip link del docker0 2>/dev/null || true
    fi
    [ -z "${FORGET:-}" ] || rm -rf "$DIR"
}

try() {
    up
    # shellcheck disable=SC1091
    (. "$DIR/env" && "$PROJECT/docker/try.sh") || { down; exit 1; }
    down
}

case "${1:-}" in up | down | try) "$1" ;; *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; exit 2 ;; esac
