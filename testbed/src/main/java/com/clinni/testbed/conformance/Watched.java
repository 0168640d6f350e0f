package com.clinni.testbed.conformance;

import com.clinni.testbed.fault.FaultProxy;
import java.util.Set;

/**
 * The servers round a service, as a conformance test knows them.
 *
 * @param channel whose consumer it stops
 * @param topics of that channel
 * @param group of that channel
 * @param database the service's link to it
 * @param account the same database without that link
 */
public record Watched(
        String channel,
        Set<String> topics,
        String group,
        String kafka,
        FaultProxy database,
        Account account) {

    /** A database, and who may use it. */
    public record Account(String url, String user, String password) {}
}
