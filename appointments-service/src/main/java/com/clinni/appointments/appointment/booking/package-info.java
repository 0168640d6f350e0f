/** Booking, moving and cancelling by HTTP. */
package com.clinni.appointments.appointment.booking;
