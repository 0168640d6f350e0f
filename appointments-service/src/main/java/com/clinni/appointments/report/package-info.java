/** The report of a clinic's month: how many reminders went which way, and what that costs. */
package com.clinni.appointments.report;
