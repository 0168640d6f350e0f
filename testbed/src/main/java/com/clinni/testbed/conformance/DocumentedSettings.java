package com.clinni.testbed.conformance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that a service has, beside those that its README's table names. A service has the
 * keys of its {@code @ConfigMapping} interfaces and of platform's, and those that say how often a
 * loop runs.
 */
public final class DocumentedSettings {

    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
    private static final Pattern LOOP = Pattern.compile("\\$?\\{([a-z.-]+)(?::[^}]*)?}");
    private static final Pattern TABLE = Pattern.compile("(?s)\n## Settings\n(.*?)(?:\n## |\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*?) \\|");
    private static final Pattern TOKEN = Pattern.compile("`([^`]+)`");
    private static final Predicate<String> OURS =
            Predicate.not(key -> key.startsWith("quarkus.") || key.startsWith("kafka."));

    private final Set<String> existing;
    private final Set<String> documented;

    private DocumentedSettings(Set<String> existing, Set<String> documented) {
        this.existing = existing;
        this.documented = documented;
    }

    /**
     * Reads both, in a test of the service.
     *
     * @param servicePackage the service's own
     * @param unused beginnings of platform's keys that this service has no use for
     */
    public static DocumentedSettings of(String servicePackage, String... unused) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(servicePackage, "com.clinni.platform");
        var existing =
                Stream.concat(mapped(classes), loops(classes))
                        .filter(key -> Stream.of(unused).noneMatch(key::startsWith));
        return new DocumentedSettings(
                existing.collect(Collectors.toCollection(TreeSet::new)), inTable());
    }

    /** Those that no table names. */
    public Set<String> missing() {
        return without(existing, documented);
    }

    /** Those that a table names and that do not exist. */
    public Set<String> unknown() {
        return without(documented, existing);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Stream<String> mapped(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(type -> ConfigClass.configClass(type.reflect()))
                .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream())
                .map(DocumentedSettings::plain);
    }

    private static Stream<String> loops(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(SCHEDULED))
                .map(DocumentedSettings::every)
                .flatMap(every -> LOOP.matcher(every).results().map(found -> found.group(1)));
    }

    private static String every(JavaMethod method) {
        return (String) method.getAnnotationOfType(SCHEDULED).get("every").orElse("");
    }

    /**
     * The keys in the first column. {@code `….x`} is another of the entry begun before, {@code
     * `.x`} and {@code `x`} are others beside the last key.
     */
    private static Set<String> inTable() {
        var table = TABLE.matcher(read("README.md"));
        if (!table.find()) {
            throw new IllegalStateException("the README has no table of settings");
        }
        var keys = new TreeSet<String>();
        var last = "";
        var entry = "";
        for (var row : ROW.matcher(table.group(1)).results().toList()) {
            for (var token : TOKEN.matcher(row.group(1)).results().toList()) {
                last = whole(token.group(1), last, entry);
                entry = last.contains("<") ? last.substring(0, last.indexOf('>') + 1) : entry;
                keys.add(plain(last));
            }
        }
        return keys.stream().filter(OURS).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whole(String token, String last, String entry) {
        if (token.startsWith("….")) {
            return entry + token.substring(1);
        }
        var name = token.startsWith(".") ? token.substring(1) : token;
        return name.contains(".") ? name : last.substring(0, last.lastIndexOf('.') + 1) + name;
    }

    /** The name of an entry does not matter, nor that a value is a list. */
    private static String plain(String key) {
        return key.replaceAll("\"?<[^>]+>\"?", "*").replace("[*]", "");
    }
}
