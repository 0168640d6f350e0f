/**
 * Erasing a patient in a service that did not get the order from a person: the order comes as an
 * event, and is done when nothing of the patient is under way. What is to go is each service's own
 * affair, {@link com.clinni.platform.erasure.PatientEraser}.
 */
package com.clinni.platform.erasure;
