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
 */
public record Watched(
        String channel, Set<String> topics, String group, String kafka, FaultProxy database) {}
