/** Numbers that want to hear nothing more, as far as sending by hand must know. */
package com.clinni.appointments.optout;
