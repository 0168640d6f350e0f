/** The texts that clinics write: saved in versions, checked, shown in a preview, and handed out. */
package com.clinni.reminders.authoring;
