/** Erasing a patient: here at once, in the other services by an event, with progress to look at. */
package com.clinni.appointments.erasure;
