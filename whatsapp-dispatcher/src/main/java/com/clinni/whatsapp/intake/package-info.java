/** Messages and withdrawals come in, and are stored before they are acknowledged. */
package com.clinni.whatsapp.intake;
