/** The pages round signing in and out. */
package com.clinni.appointments.manual.session;
