package com.clinni.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps this module small: see decision 30. */
class PlatformRulesTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("com.clinni.platform");

    /** The services, and this module's own packages as one more that may use a type. */
    private static final List<String> MODULES =
            List.of(
                    "platform",
                    "appointments-service",
                    "reminder-service",
                    "whatsapp-dispatcher",
                    "fallback-dispatcher");

    @Test
    void it_depends_on_nothing_of_the_house_but_events() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("com.clinni..")
                                .and(
                                        JavaClass.Predicates.resideOutsideOfPackages(
                                                "com.clinni.platform..", "com.clinni.events..")))
                .check(CODE);
    }

    @Test
    void its_packages_have_no_cycles() {
        slices().matching("com.clinni.platform.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void no_type_is_named_by_a_word_of_the_domain() {
        noClasses()
                .should()
                .haveNameMatching(
                        "(?i).*\\.[^.]*(clinic|patient|reminder|appointment|visit|agenda|"
                                + "whatsapp|sms|template|fallback|receipt|optout)[^.]*")
                .check(CODE);
    }

    @Test
    void nothing_is_made_to_be_extended() {
        classes()
                .that()
                .areNotInterfaces()
                .should()
                .notHaveModifier(JavaModifier.ABSTRACT)
                .check(CODE);
    }

    @Test
    void every_public_type_is_used_by_two_modules_or_more() throws IOException {
        for (var type : CODE) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass()) {
                assertThat(users(type)).as(type.getName()).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    /** Main code, and the tests that turn a loop by hand. */
    private static List<String> users(JavaClass type) throws IOException {
        var users = new ArrayList<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(Path.of("..", module, "src"))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    var text = Files.readString(file);
                    if (text.contains("import " + type.getName())
                            || isNeighbour(file, text, type)) {
                        users.add(module);
                        break;
                    }
                }
            }
        }
        return users;
    }

    /** In its own package a type is used without an import. */
    private static boolean isNeighbour(Path file, String text, JavaClass type) {
        return text.startsWith("package " + type.getPackageName() + ";")
                && !file.endsWith(type.getSimpleName() + ".java")
                && text.matches("(?s).*\\b" + type.getSimpleName() + "\\b.*");
    }
}
