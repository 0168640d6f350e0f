/** The evening before: what a clinic's next day will bring. */
package com.clinni.appointments.forecast;
