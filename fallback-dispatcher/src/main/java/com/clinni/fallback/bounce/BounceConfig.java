package com.clinni.fallback.bounce;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Settings of how returned e-mails reach this service. */
@ConfigMapping(prefix = "bounces")
public interface BounceConfig {

    /** What they are signed with; without it none is taken. Only ever from the environment. */
    Optional<@Size(min = 16) String> key();

    /** The key before this one, while it is being replaced. */
    Optional<@Size(min = 16) String> keyBefore();
}
