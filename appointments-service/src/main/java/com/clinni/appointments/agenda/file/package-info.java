/** Files: from the bytes of an agenda to its rows, within limits. */
package com.clinni.appointments.agenda.file;
