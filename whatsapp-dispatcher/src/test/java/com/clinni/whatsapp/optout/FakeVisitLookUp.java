package com.clinni.whatsapp.optout;

import com.clinni.events.contact.PhoneNumber;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the visits that a test says there are; a clinic called "away" gets no answer. */
@Mock
@ApplicationScoped
public class FakeVisitLookUp implements VisitLookUp {

    private final Set<String> visits = ConcurrentHashMap.newKeySet();

    public void has(String clinicId, String phone) {
        visits.add(clinicId + " " + phone);
    }

    @Override
    public Answer of(String clinicId, PhoneNumber phone) {
        if (clinicId.equals("away")) {
            return Answer.UNAVAILABLE;
        }
        return visits.contains(clinicId + " " + phone.e164()) ? Answer.HAS_ONE : Answer.HAS_NONE;
    }
}
