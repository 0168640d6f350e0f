/** Visits: every way in changes them here, with their reminders, in one transaction. */
package com.clinni.appointments.appointment;
