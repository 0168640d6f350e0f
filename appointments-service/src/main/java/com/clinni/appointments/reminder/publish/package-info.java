/** Publishing what is due: claim queue rows, publish, await the broker, commit. */
package com.clinni.appointments.reminder.publish;
