/** Delivery reports: what the dispatchers say becomes the reminder's history and state. */
package com.clinni.appointments.delivery;
