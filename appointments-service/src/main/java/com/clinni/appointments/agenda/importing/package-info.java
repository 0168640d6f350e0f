/** Importing: from the rows of an agenda to its visits, found again and changed. */
package com.clinni.appointments.agenda.importing;
