package com.clinni.appointments.agenda.importing;

import java.util.UUID;

/** A digest by which a visit of an agenda is known again, and of what it is one. */
record VisitKey(Kind kind, UUID key) {

    /** All but the first name the patient, and only those find a visit. */
    enum Kind {
        /** The file's id of the visit: tells when it comes again with somebody else. */
        ID,
        /** The file's id of the visit, and its number of the patient. */
        ID_AND_NUMBER,
        /** The file's id of the visit, and the patient's name. */
        ID_AND_NAME,
        /** The file's number of the patient, and the day. */
        DAY_AND_NUMBER,
        /** Name and phone, and the day. */
        DAY_AND_PHONE,
        /** Name and e-mail address, and the day. */
        DAY_AND_EMAIL,
        /** Name, day and hour: enough only where nothing else can be compared. */
        HOUR_AND_NAME,
        /** The file's id, as version 0.1 kept it. */
        FORMER_ID,
        /** The patient and the day of a visit that version 0.1 booked. */
        FORMER_DAY;

        boolean isOfId() {
            return this == ID_AND_NUMBER || this == ID_AND_NAME || this == FORMER_ID;
        }

        boolean isOfDay() {
            return this == DAY_AND_NUMBER
                    || this == DAY_AND_PHONE
                    || this == DAY_AND_EMAIL
                    || this == FORMER_DAY;
        }

        boolean isFormer() {
            return this == FORMER_ID || this == FORMER_DAY;
        }
    }
}
