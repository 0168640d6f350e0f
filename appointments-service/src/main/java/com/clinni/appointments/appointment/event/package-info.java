/** Bookings, moves and cancellations that other services tell by events. */
package com.clinni.appointments.appointment.event;
