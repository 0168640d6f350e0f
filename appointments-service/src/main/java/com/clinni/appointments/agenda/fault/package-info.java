/** Faults of an agenda, in words for the people who can mend them. */
package com.clinni.appointments.agenda.fault;
