package com.clinni.testbed.run;

import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.agent.CrashPoints;

/** Crash points on links: the proxy holds the bytes back and kills the service's first node. */
record LinkCrashes(LocalSystem system, Links links) implements CrashPoints.OnLinks {

    @Override
    public void arm(CrashPoint point, int nth) {
        links.trigger(point).arm(nth, () -> system.service(point.service()).crash());
    }

    @Override
    public void disarm(CrashPoint point) {
        links.trigger(point).disarm();
    }

    @Override
    public boolean fired(CrashPoint point) {
        return links.trigger(point).hasFired();
    }
}
