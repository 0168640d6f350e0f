package com.clinni.platform.startup;

import java.util.stream.Stream;

/**
 * Objects to settings that are right on one machine and wrong where there are real patients. Every
 * bean of this type is asked at a start with {@code clinni.environment=production}, and at no
 * other.
 */
public interface ProductionCheck {

    /**
     * Why the service must not start in production: sentences that whoever deploys it understands,
     * each naming the setting to change, none quoting a secret.
     */
    Stream<String> refusals();
}
