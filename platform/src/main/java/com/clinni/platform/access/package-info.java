/** Callers, roles and clinics: the one place that decides who may do what, and for which clinic. */
package com.clinni.platform.access;
