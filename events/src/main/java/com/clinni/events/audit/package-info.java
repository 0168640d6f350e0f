/**
 * The words of the access log, the same in every service: whoever shows it to people translates
 * them.
 */
package com.clinni.events.audit;
