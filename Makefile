# Everything a person needs to build, run and try the system. `make help` lists it.

SHELL := /bin/bash

# A JDK of 25 or newer: JAVA_HOME if it fits, else the usual places.
JDK := $(shell \
  fits() { [ -x "$$1/bin/javac" ] && v=$$("$$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p') && [ "$${v:-0}" -ge 25 ]; }; \
  for home in "$$JAVA_HOME" /usr/lib/jvm/* "$$HOME"/.sdkman/candidates/java/* "$$HOME"/.jdks/* /opt/jdk* \
      "$$(/usr/libexec/java_home -v 25+ 2>/dev/null)"; do \
    if [ -n "$$home" ] && fits "$$home"; then echo "$$home"; break; fi; \
  done)

export JAVA_HOME = $(JDK)
export SEED LONG MUTANTS ONLY FAULTS_DATA
# A build is over before the optimising compiler pays: without it compiling takes little more than half the CPU.
export MAVEN_OPTS = --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote

# SERVERS=processes: tests start Kafka and PostgreSQL without a container engine, though one answers.
MVN := mvn -B -Dstyle.color=never $(SERVERS:%=-Dtestbed.servers=%)

DATA ?= data
PORT_BASE ?= 8080

MODULES := events identity testbed platform appointments-service reminder-service whatsapp-dispatcher fallback-dispatcher
MUTATED := events,appointments-service,whatsapp-dispatcher,fallback-dispatcher
FAULTS := fault-harness/target/fault-harness-0.1.0.jar
TESTBED := testbed/target/testbed-0.1.0.jar
IDENTITY := identity/target/identity-0.1.0.jar
BUILT := $(TESTBED) $(IDENTITY) $(foreach s,$(filter-out events identity testbed platform,$(MODULES)),$(s)/target/quarkus-app/quarkus-run.jar)
JAVA := "$(JDK)/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Djava.util.logging.config.class=com.clinni.testbed.infrastructure.Logging \
  -cp '$(TESTBED):testbed/target/lib/*'

.DEFAULT_GOAL := help
.PHONY: help run dev verify test bench mutation demo token faults format jdk built

help: ## lists what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | awk -F'\t' '{ printf "make %-8s %s\n", $$1, $$2 }'
	@echo
	@echo "make test takes MODULE=module and TEST=Class or TEST=Class#method"
	@echo "make test and make verify take SERVERS=processes: no container is started, though an engine answers"
	@echo "make run takes DATA=dir (default data), PORT_BASE=number (default 8080) and WITHOUT=service"
	@echo "make token takes ROLE=consulta, soporte, responsable, centro or servicio, and CLINIC=id; PORT_BASE as make run"
	@echo "make faults takes SEED=number, which replays a run; LONG=1 plays every scenario, over several"
	@echo "goes if need be, and ONLY=scenario one of them; FAULTS_DATA=dir (default data-faults) keeps them;"
	@echo "MUTANTS=1 puts defects into copies of the tree and tells by what each is caught (ONLY=defect,defect)"

run: built ## builds what is missing and runs the whole system on this machine until Ctrl-C
	@exec $(JAVA) com.clinni.testbed.run.RunMain '--data=$(DATA)' '--port-base=$(PORT_BASE)' $(WITHOUT:%=--without=%)

verify: jdk ## checks the format, builds and runs every test; what CI runs
	@set -o pipefail; $(MVN) -ntp -T 5 -Pwhole verify 2>&1 | .mvn/plain

# A module's tests are those below its own package: what it is built from is compiled, and not tested.
test: jdk ## runs one module's tests, or one of them: the inner loop
	@[ -d "$(MODULE)/src/test/java" ] || { echo "Which module? make test MODULE=reminder-service, or another with tests." >&2; exit 1; }
	@test="$(or $(TEST),*Test)"; class="$${test%%#*}"; \
	package=$$(cd "$(MODULE)/src/test/java" && ls -d com/clinni/*/); \
	[ -n "$$(find "$(MODULE)/src/test/java" -name "$$class.java" -print -quit)" ] || { echo "$(MODULE) has no test $$class." >&2; exit 1; }; \
	set -o pipefail; $(MVN) -ntp test -pl "$(MODULE)" -am -Dtest="$$package**/$$test" -Dsurefire.failIfNoSpecifiedTests=false 2>&1 | .mvn/plain

bench: jdk ## measures publishing and dispatching with row-level security beside the same without
	@set -o pipefail; $(MVN) -ntp test -pl appointments-service,whatsapp-dispatcher -am -Dtest=RowSecurityBenchmark -Dsurefire.failIfNoSpecifiedTests=false 2>&1 | grep RowSecurityBenchmark

mutation: jdk ## changes the pure rules one by one and tells which changes no test sees
	@set -o pipefail; $(MVN) -ntp test-compile org.pitest:pitest-maven:mutationCoverage -pl $(MUTATED) -am 2>&1 | .mvn/plain

dev: jdk ## runs one service from its sources beside make run WITHOUT=service, and takes every change at once
	@[ -f "$(DATA)/$(MODULE).env" ] || { echo "Nothing runs without this service: make run WITHOUT=reminder-service, then make dev MODULE=reminder-service." >&2; exit 1; }
	@set -a; . "$(DATA)/$(MODULE).env"; set -o pipefail; $(MVN) -ntp compile quarkus:dev -pl $(MODULE) -am -Dquarkus.console.basic=true 2>&1 | .mvn/plain

demo: built ## books a clinic's day, cuts WhatsApp in the middle, restores, replays, and counts
	@exec $(JAVA) com.clinni.testbed.demo.DemoMain '--data=$(DATA)' '--port-base=$(PORT_BASE)'

# The token alone goes to standard output: whatever is wrong is said beside it.
token: jdk ## prints a token of a role for curl, of the system that runs on this machine
	@[ -f "$(TESTBED)" ] || { echo "No system runs on this machine: make run starts it." >&2; exit 1; }
	@exec $(JAVA) com.clinni.testbed.client.TokenMain '--role=$(ROLE)' '--clinic=$(CLINIC)' '--port-base=$(PORT_BASE)'

faults: built $(FAULTS) ## kills, cuts and freezes the services under load, and judges by what patients saw
	@exec $(subst -cp ',-cp '$(FAULTS):,$(JAVA)) com.clinni.faultharness.FaultsMain

$(FAULTS): $(shell find fault-harness/pom.xml fault-harness/src/main -type f) $(TESTBED)
	@set -o pipefail; $(MVN) package -Dmaven.test.skip=true -Dmaven.jar.forceCreation=true -pl events,testbed,fault-harness 2>&1 | .mvn/progress

format: jdk ## formats every Java file
	@set -o pipefail; $(MVN) spotless:apply 2>&1 | .mvn/progress

jdk:
	@[ -n "$(JDK)" ] || { echo "A JDK 25 or newer is needed: install one under /usr/lib/jvm or set JAVA_HOME to one." >&2; exit 1; }

# Builds only when a jar is missing or older than what it is made from.
built: jdk
	@for jar in $(BUILT); do \
	  if [ ! -f "$$jar" ] || [ -n "$$(find pom.xml $(MODULES:%=%/pom.xml) $(MODULES:%=%/src/main) -newer "$$jar" -type f -print -quit)" ]; then \
	    echo "building, this takes a minute or two, and some more the first time"; \
	    set -o pipefail; \
	    $(MVN) package -Dmaven.test.skip=true -Dmaven.jar.forceCreation=true -pl $$(echo $(MODULES) | tr ' ' ',') 2>&1 | .mvn/progress; \
	    exit; \
	  fi; \
	done
