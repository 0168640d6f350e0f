package com.clinni.appointments;

import com.clinni.platform.database.Columns;
import java.util.Collection;

/**
 * The identity of a visit. The id of an appointment is its clinic's own, so that another clinic may
 * use the same one: only the two together say which visit is meant.
 */
public record VisitId(String clinicId, String appointmentId) {

    /** The parameters of a statement that is about these visits, whichever clinics' they are. */
    public static Columns<VisitId> columns(Collection<VisitId> visits) {
        return Columns.of(visits)
                .put("clinicIds", VisitId::clinicId)
                .put("appointmentIds", VisitId::appointmentId);
    }
}
