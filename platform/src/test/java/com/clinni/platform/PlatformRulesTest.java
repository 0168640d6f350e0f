package com.clinni.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.access.ActsForService;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps this module small: see decision 30. */
class PlatformRulesTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("com.clinni.platform");

    private static final List<String> SERVICES =
            List.of(
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
    void
            no_type_is_named_by_a_word_of_the_domain_but_where_callers_are_kept_apart_and_people_forgotten() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "com.clinni.platform.access", "com.clinni.platform.erasure")
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
    void loops_say_that_they_act_for_the_service() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .beAnnotatedWith(ActsForService.class)
                .check(CODE);
    }

    @Test
    void only_the_time_producer_reads_the_machines_clock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TimeProducer")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void every_public_type_is_used_by_two_services_or_more() throws IOException {
        var used = new HashSet<JavaClass>();
        for (var type : publicTypes()) {
            if (services(type, isLoop(type) ? "test" : "main").size() >= 2) {
                used.add(type);
            }
        }
        var exposed = used.stream().flatMap(PlatformRulesTest::signature).collect(toSet());
        exposed.addAll(exposed.stream().flatMap(PlatformRulesTest::signature).toList());

        assertThat(publicTypes())
                .filteredOn(type -> !used.contains(type) && !exposed.contains(type))
                .as("neither used by two services nor exposed by what is")
                .isEmpty();
    }

    /** Descriptions of routes are made by the build alone, which asks that they be public. */
    private static List<JavaClass> publicTypes() {
        return CODE.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.isAnnotatedWith(OpenApiFilter.class))
                .toList();
    }

    /** Nobody calls a loop but the scheduler; it is public for tests, which turn it by hand. */
    private static boolean isLoop(JavaClass type) {
        return type.getMethods().stream().anyMatch(each -> each.isAnnotatedWith(Scheduled.class));
    }

    /** What a type's public methods and constructors take, return and throw counts through it. */
    private static Stream<JavaClass> signature(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(
                        each ->
                                Stream.concat(
                                        Stream.concat(
                                                        Stream.of(each.getReturnType()),
                                                        each.getParameterTypes().stream())
                                                .map(JavaType::getAllInvolvedRawTypes)
                                                .flatMap(Collection::stream),
                                        each.getExceptionTypes().stream()));
    }

    /** The services whose sources of that kind import a type. */
    private static List<String> services(JavaClass type, String sources) throws IOException {
        var named = "import " + type.getName() + ";";
        var users = new ArrayList<String>();
        for (var service : SERVICES) {
            try (var files = Files.walk(Path.of("..", service, "src", sources, "java"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file).contains(named)) {
                        users.add(service);
                        break;
                    }
                }
            }
        }
        return users;
    }
}
