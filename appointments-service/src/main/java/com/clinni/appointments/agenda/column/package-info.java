/** Columns: the table of header names, and where each column of a file stands. */
package com.clinni.appointments.agenda.column;
