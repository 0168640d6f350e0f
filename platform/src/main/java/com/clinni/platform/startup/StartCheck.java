package com.clinni.platform.startup;

import java.util.stream.Stream;

/**
 * Objects to settings that a service must not start with. Every bean of this type is asked before
 * anything else begins.
 */
public interface StartCheck {

    /**
     * Why the service must not start: sentences that whoever deploys it understands, each naming
     * the setting to change. None where it may start.
     */
    Stream<String> refusals();
}
