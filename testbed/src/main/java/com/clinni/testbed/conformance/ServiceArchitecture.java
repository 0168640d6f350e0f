package com.clinni.testbed.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that a service is built as every service is. It reads classes and starts nothing. */
public interface ServiceArchitecture {

    /** As many files as are still read in one sitting. */
    int MOST_FILES = 26;

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
    default void every_package_is_read_in_one_sitting() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var large =
                    files
                            .filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .filter(each -> each.getValue() > MOST_FILES)
                            .toList();
            if (!large.isEmpty()) {
                throw new AssertionError(
                        "More than %d files are in %s.".formatted(MOST_FILES, large));
            }
        }
    }
}
