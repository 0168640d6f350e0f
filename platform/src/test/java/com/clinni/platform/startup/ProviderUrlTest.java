package com.clinni.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://waha.clinni.example",
                "HTTPS://192.0.2.7:3000/x",
                "https://[2001:db8::1]/"
            })
    void https_to_another_machine_is_protected(String url) {
        assertThat(ProviderUrl.isProtected(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://waha.clinni.example",
                "http://10.0.0.7:3000",
                "https://localhost:8091",
                "https://LOCALHOST",
                "https://waha.localhost",
                "https://127.0.0.1",
                "https://127.9.9.9",
                "https://[::1]",
                "https://0.0.0.0",
                "https:///api",
                "ftp://waha.clinni.example",
                "waha.clinni.example"
            })
    void plain_text_and_this_machine_are_not(String url) {
        assertThat(ProviderUrl.isProtected(URI.create(url))).isFalse();
    }
}
