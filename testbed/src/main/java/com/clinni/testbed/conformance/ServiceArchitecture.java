package com.clinni.testbed.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks that a service is built as every service is. It reads classes and starts nothing. */
public interface ServiceArchitecture {

    String ACTS_FOR_SERVICE = "com.clinni.platform.access.ActsForService";

    /** The package that all of the service is below. */
    String root();

    /** The service's main code. */
    JavaClasses code();

    /** The main code below a package. */
    static JavaClasses below(String root) {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(root);
    }

    @Test
    default void nobody_reads_the_machines_clocks() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(code());
    }

    @Test
    default void features_have_no_cycles() {
        slices().matching(root() + ".(**)").should().beFreeOfCycles().check(code());
    }

    @Test
    default void no_class_is_named_for_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)")
                .check(code());
    }

    @Test
    default void every_route_says_who_may_call_it() {
        methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PATCH")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.DELETE")
                .should()
                .beAnnotatedWith("com.clinni.platform.access.AllowedTo")
                .orShould()
                .beAnnotatedWith("com.clinni.platform.access.AllowedToAnyone")
                .check(code());
    }

    @Test
    default void loops_and_consumers_say_that_they_act_for_the_service() {
        methods()
                .that()
                .areAnnotatedWith("io.quarkus.scheduler.Scheduled")
                .or()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beAnnotatedWith(ACTS_FOR_SERVICE)
                .check(code());
    }

    /** A guard of the route's own stands before the few requests that do. */
    @Test
    default void a_request_of_a_person_never_runs_as_the_service() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .areAnnotatedWith(ACTS_FOR_SERVICE)
                .should()
                .beAnnotatedWith("com.clinni.platform.access.AllowedToAnyone")
                .allowEmptyShould(true)
                .check(code());
        noClasses()
                .should()
                .callMethodWhere(
                        describe(
                                "the caller becomes the service",
                                call ->
                                        call.getTargetOwner()
                                                        .getName()
                                                        .equals("com.clinni.platform.access.Caller")
                                                && call.getName().equals("thisService")))
                .orShould()
                .callMethodWhere(
                        describe(
                                "it acts for the service, and its caller does not",
                                call ->
                                        call.getTarget()
                                                        .resolveMember()
                                                        .filter(ServiceArchitecture::acts)
                                                        .isPresent()
                                                && call.getOriginOwner().getMethods().stream()
                                                        .noneMatch(ServiceArchitecture::acts)))
                .check(code());
    }

    /** A copy of an event that it reads is none that it publishes. */
    @Test
    default void it_makes_the_events_that_its_user_may_publish_and_no_others() {
        var user = PublishedTopics.user();
        var made = PublishedTopics.madeIn(code());
        var others = new TreeSet<>(made);
        user.writes().forEach(others::remove);
        user.reads().forEach(reading -> reading.topics().forEach(others::remove));
        if (!made.containsAll(user.publishes()) || !others.isEmpty()) {
            throw new AssertionError(
                    "KafkaUser lists %s, and the code makes events of %s"
                            .formatted(user.publishes(), made));
        }
    }

    private static boolean acts(JavaMember method) {
        return method.isAnnotatedWith(ACTS_FOR_SERVICE);
    }

    @Test
    default void every_route_is_recorded_or_says_why_not() {
        methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .beAnnotatedWith("com.clinni.platform.audit.Recorded")
                .orShould()
                .beAnnotatedWith("com.clinni.platform.audit.NotRecorded")
                .allowEmptyShould(false)
                .check(code());
    }
}
