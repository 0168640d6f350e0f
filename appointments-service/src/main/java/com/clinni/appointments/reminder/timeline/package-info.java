/** The timeline: what was planned and what became of it, as clinics read it. */
package com.clinni.appointments.reminder.timeline;
