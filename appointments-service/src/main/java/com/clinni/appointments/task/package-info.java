/**
 * Tasks: what patients wrote to the automatic number, until a person of the clinic ticks it off.
 */
package com.clinni.appointments.task;
