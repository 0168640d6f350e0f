package com.clinni.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/operations.md, beside the settings and the rules that there are. */
class RetentionSettingsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of(
                    "platform",
                    "appointments-service",
                    "reminder-service",
                    "whatsapp-dispatcher",
                    "fallback-dispatcher");
    private static final Pattern RULE =
            Pattern.compile("(?:new RetentionRule|RetentionRule\\.byFunction)\\(\\s*\"([a-z-]+)\"");

    @Test
    void each_setting_stands_there_with_its_variable_and_its_default() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/operations.md"));

        assertThat(Arrays.stream(RetentionConfig.class.getDeclaredMethods()))
                .allSatisfy(
                        setting -> {
                            var name = setting.getName().replaceAll("([A-Z])", "-$1");
                            var key = "retention." + name.toLowerCase(Locale.ROOT);
                            var variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_");
                            var standard = setting.getAnnotation(WithDefault.class).value();
                            assertThat(page)
                                    .contains(
                                            "| `%s` | `%s` | `%s` |"
                                                    .formatted(key, variable, standard));
                        });
    }

    @Test
    void each_kind_of_data_that_a_service_deletes_stands_there() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/operations.md"));
        var section =
                page.substring(
                        page.indexOf("### How long data is kept"), page.indexOf("### Production"));

        assertThat(rules())
                .hasSizeGreaterThan(20)
                .allSatisfy(data -> assertThat(section).contains("`" + data + "`"));
    }

    private static List<String> rules() throws IOException {
        var found = new ArrayList<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith("Retention.java")).toList()) {
                    RULE.matcher(Files.readString(file))
                            .results()
                            .forEach(rule -> found.add(rule.group(1)));
                }
            }
        }
        return found;
    }
}
