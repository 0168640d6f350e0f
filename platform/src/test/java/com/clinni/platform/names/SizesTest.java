package com.clinni.platform.names;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A file, and a package of main code, is read in one sitting. */
class SizesTest {

    private static final int MOST_LINES = 250;
    private static final int MOST_FILES = 26;

    /** Other services' code names its types: it stays as it is. */
    private static final String PUBLISHED = "com.clinni.events";

    @Test
    void no_file_is_longer_than_250_lines() throws IOException {
        var longer =
                JavaSource.ofAllModules().stream()
                        .filter(source -> source.lines() > MOST_LINES)
                        .map(source -> source.name() + ": " + source.lines());

        assertThat(longer).isEmpty();
    }

    @Test
    void no_package_has_more_than_26_files() throws IOException {
        var files =
                JavaSource.ofAllModules().stream()
                        .filter(source -> !source.isTest())
                        .filter(source -> !source.packageName().equals(PUBLISHED))
                        .collect(groupingBy(JavaSource::packageName, counting()));

        assertThat(files).isNotEmpty().allSatisfy(SizesTest::isReadInOneSitting);
    }

    private static void isReadInOneSitting(String packageName, long files) {
        assertThat(files).as(packageName).isLessThanOrEqualTo(MOST_FILES);
    }
}
