package com.clinni.fallback.preferences;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;

/**
 * Settings of the page on which patients say by which channel they do not want to hear from a
 * clinic.
 */
@ConfigMapping(prefix = "preferences")
public interface PreferencesConfig {

    /** This service's {@code /preferences} as patients reach it; without it e-mails name none. */
    Optional<URI> url();

    /** What links are signed with; without it there are none. Only ever from the environment. */
    Optional<@Size(min = 16) String> key();

    /** The key before this one: its links stay good. */
    Optional<@Size(min = 16) String> keyBefore();
}
