package com.clinni.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfMatchTest {

    @ParameterizedTest
    @CsvSource({
        ", 0, true",
        ", 7, true",
        "'\"7\"', 7, true",
        "'\"7\"', 8, false",
        "'W/\"7\"', 7, true",
        "7, 7, true",
        "'\"6\", \"7\"', 7, true",
        "'\"0\"', 0, true",
        "'\"0\"', 1, false",
        "*, 1, true",
        "*, 0, false",
        "'', 1, false",
        "'\"17\"', 7, false",
    })
    void only_the_expected_version_may_be_replaced(String header, int version, boolean allowed) {
        assertThat(IfMatch.read(header).allows(version)).isEqualTo(allowed);
    }
}
