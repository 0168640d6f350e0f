package com.clinni.whatsapp.optout;

import com.clinni.events.contact.PhoneNumber;

/** Tells whether a clinic has, or had, a visit of a number. */
interface VisitLookUp {

    /** What is known. */
    enum Answer {
        HAS_ONE,
        HAS_NONE,
        /** Nobody can tell now. */
        UNAVAILABLE
    }

    Answer of(String clinicId, PhoneNumber phone);
}
