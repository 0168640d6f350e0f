/** The clinics, as appointments-service tells of them. */
package com.clinni.reminders.clinic;
