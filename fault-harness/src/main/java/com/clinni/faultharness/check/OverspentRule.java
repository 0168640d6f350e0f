package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.RecordedReminder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that the provider's bill, the clinic's account and the harness's purchases agree. */
final class OverspentRule {

    private final Evidence evidence;
    private final Map<String, Integer> billed = new HashMap<>();

    OverspentRule(Evidence evidence) {
        this.evidence = evidence;
        var clinics = new HashMap<String, String>();
        evidence.due().stream()
                .filter(due -> due.patient().phone() != null)
                .forEach(due -> clinics.put(due.patient().phone(), due.clinic().id()));
        for (var message : evidence.seen()) {
            if (message.segments() > 0 && clinics.containsKey(message.to())) {
                billed.merge(clinics.get(message.to()), message.segments(), Integer::sum);
            }
        }
    }

    List<Violation> look(Clinic clinic) {
        var bill = billed.getOrDefault(clinic.id(), 0);
        var account = evidence.accounts().getOrDefault(clinic.id(), new CreditAccount(0, 0, 0));
        var faults = new ArrayList<String>();
        if (bill > clinic.purchased()) {
            faults.add("%d segments billed, %d bought".formatted(bill, clinic.purchased()));
        }
        if (account.purchased() != clinic.purchased()) {
            faults.add("%s on the books, %d bought".formatted(account, clinic.purchased()));
        }
        if (account.spent() + account.reserved() > account.purchased()) {
            faults.add("the books are overspent: " + account);
        }
        if (account.spent() > bill || account.spent() + heldInDoubt(clinic, account) < bill) {
            faults.add("%d segments billed, the books say %s".formatted(bill, account));
        }
        if (account.reserved() > 0 && heldInDoubt(clinic, account) == 0) {
            faults.add("nothing is under way, and the books say " + account);
        }
        return faults.stream()
                .map(why -> new Violation(ViolationKind.OVERSPENT, clinic.id(), why))
                .toList();
    }

    /** A reservation may outlive the run only for an SMS in doubt that waits for a person. */
    private int heldInDoubt(Clinic clinic, CreditAccount account) {
        var waiting =
                evidence.due().stream()
                        .filter(due -> due.clinic().id().equals(clinic.id()))
                        .map(RecordedReminder::reminderId)
                        .filter(evidence.inPlainSight()::contains)
                        .map(evidence.shown()::get)
                        .anyMatch(shown -> shown != null && shown.wasInDoubt());
        return waiting ? account.reserved() : 0;
    }
}
