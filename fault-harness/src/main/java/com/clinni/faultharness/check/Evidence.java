package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.RecordedReminder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evidence about a run that is over.
 *
 * @param clinics with what the harness bought for them
 * @param due what the system acknowledged to the harness
 * @param shown the system's own word, by reminder
 * @param inPlainSight reminders that stand undelivered where support looks
 * @param seen what patients saw since the run began
 * @param accounts the system's credit, by clinic
 * @param leaks lines of logs that tell who was reminded, without telling it again
 */
public record Evidence(
        List<Clinic> clinics,
        List<RecordedReminder> due,
        Map<String, TimelineReminder> shown,
        Set<String> inPlainSight,
        List<SeenMessage> seen,
        Map<String, CreditAccount> accounts,
        List<String> leaks,
        Tolerance allowance) {}
