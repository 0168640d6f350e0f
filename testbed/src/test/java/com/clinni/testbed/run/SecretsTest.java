package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path directory;

    @Test
    void a_secret_is_made_once_and_only_its_owner_can_read_it() throws Exception {
        var file = directory.resolve("secrets.properties");
        var first = new Secrets(file).of("database");

        assertThat(new Secrets(file).of("database")).isEqualTo(first).hasSize(48);
        assertThat(new Secrets(file).of("other")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
