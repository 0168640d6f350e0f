package com.clinni.testbed.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Checks that a service is built as every service is. It reads classes and starts nothing. */
public interface ServiceArchitecture {

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
}
