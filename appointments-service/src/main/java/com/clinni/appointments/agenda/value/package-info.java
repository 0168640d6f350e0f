/** Values: dates, phones, names and statuses as clinics write them. */
package com.clinni.appointments.agenda.value;
