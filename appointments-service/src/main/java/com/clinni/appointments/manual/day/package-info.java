/** The page of a clinic's day. */
package com.clinni.appointments.manual.day;
