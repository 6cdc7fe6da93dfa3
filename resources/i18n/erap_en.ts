<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AwardEditor</name>
    <message numerus="yes">
        <source>%n lines of the award, together {amount}.</source>
        <translation>
            <numerusform>%n line of the award, together {amount}.</numerusform>
            <numerusform>%n lines of the award, together {amount}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months of help are left after this award.</source>
        <translation>
            <numerusform>%n month of help is left after this award.</numerusform>
            <numerusform>%n months of help are left after this award.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>%n decisions contradict each other.</source>
        <translation>
            <numerusform>%n decision contradicts another.</numerusform>
            <numerusform>%n decisions contradict each other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things wait for a person.</source>
        <translation>
            <numerusform>%n thing waits for a person.</numerusform>
            <numerusform>%n things wait for a person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfigurationScreen</name>
    <message numerus="yes">
        <source>%Ln changes of settings are not at the office yet</source>
        <translation>
            <numerusform>%Ln change of settings is not at the office yet</numerusform>
            <numerusform>%Ln changes of settings are not at the office yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln laptops have confirmed their settings</source>
        <translation>
            <numerusform>{done} of %Ln laptop has confirmed its settings</numerusform>
            <numerusform>{done} of %Ln laptops have confirmed their settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliverRow</name>
    <message numerus="yes">
        <source>%Ln changes copied, and kept on this laptop, too.</source>
        <translation>
            <numerusform>%Ln change copied, and kept on this laptop, too.</numerusform>
            <numerusform>%Ln changes copied, and kept on this laptop, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes delivered. The answers come with the next sync.</source>
        <translation>
            <numerusform>%Ln change delivered. The answers come with the next sync.</numerusform>
            <numerusform>%Ln changes delivered. The answers come with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The office did not take %Ln changes; nothing is lost.</source>
        <translation>
            <numerusform>The office did not take %Ln change; nothing is lost.</numerusform>
            <numerusform>The office did not take %Ln changes; nothing is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message numerus="yes">
        <source>At least %Ln characters; three or four words are easy to remember.</source>
        <translation>
            <numerusform>At least %Ln character; three or four words are easy to remember.</numerusform>
            <numerusform>At least %Ln characters; three or four words are easy to remember.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatCounts</name>
    <message numerus="yes">
        <source>due in %Ln days</source>
        <translation>
            <numerusform>due in %Ln day</numerusform>
            <numerusform>due in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeSection</name>
    <message numerus="yes">
        <source>%n bedrooms</source>
        <translation>
            <numerusform>%n bedroom</numerusform>
            <numerusform>%n bedrooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HouseholdSection</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Out of work for %n days</source>
        <translation>
            <numerusform>Out of work for %n day</numerusform>
            <numerusform>Out of work for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message numerus="yes">
        <source>%n changes not sent yet</source>
        <translation>
            <numerusform>%n change not sent yet</numerusform>
            <numerusform>%n changes not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthsSection</name>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovePanel</name>
    <message numerus="yes">
        <source>Move %Ln cases</source>
        <translation>
            <numerusform>Move %Ln case</numerusform>
            <numerusform>Move %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln cases to {name}</source>
        <translation>
            <numerusform>Move %Ln case to {name}</numerusform>
            <numerusform>Move %Ln cases to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message numerus="yes">
        <source>Show all %Ln cases</source>
        <translation>
            <numerusform>Show the only case</numerusform>
            <numerusform>Show all %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases match among all cases.</source>
        <translation>
            <numerusform>%Ln case matches among all cases.</numerusform>
            <numerusform>%Ln cases match among all cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeekPane</name>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PillCounts</name>
    <message numerus="yes">
        <source>%Ln items need you.</source>
        <translation>
            <numerusform>%Ln item needs you.</numerusform>
            <numerusform>%Ln items need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved on this laptop. %Ln changes not sent yet.</source>
        <translation>
            <numerusform>Saved on this laptop. %Ln change not sent yet.</numerusform>
            <numerusform>Saved on this laptop. %Ln changes not sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait on this laptop.</source>
        <translation>
            <numerusform>%Ln change waits on this laptop.</numerusform>
            <numerusform>%Ln changes wait on this laptop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PushPanel</name>
    <message numerus="yes">
        <source>%Ln laptops would get this</source>
        <translation>
            <numerusform>%Ln laptop would get this</numerusform>
            <numerusform>%Ln laptops would get this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push to %Ln laptops</source>
        <translation>
            <numerusform>Push to %Ln laptop</numerusform>
            <numerusform>Push to %Ln laptops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%Ln changes not sent yet</source>
        <translation>
            <numerusform>%Ln change not sent yet</numerusform>
            <numerusform>%Ln changes not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>%n months asked for, of at most {max}</source>
        <translation>
            <numerusform>%n month asked for, of at most {max}</numerusform>
            <numerusform>%n months asked for, of at most {max}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row used: {county} County, %n persons, fiscal year {year}</source>
        <translation>
            <numerusform>Row used: {county} County, %n person, fiscal year {year}</numerusform>
            <numerusform>Row used: {county} County, %n persons, fiscal year {year}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{county} County, %n persons, FY {year}</source>
        <translation>
            <numerusform>{county} County, %n person, FY {year}</numerusform>
            <numerusform>{county} County, %n persons, FY {year}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummarySection</name>
    <message numerus="yes">
        <source>%n months, {first} to {last}</source>
        <translation>
            <numerusform>%n month, {first} to {last}</numerusform>
            <numerusform>%n months, {first} to {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncHeadline</name>
    <message numerus="yes">
        <source>%Ln changes are only on this laptop</source>
        <translation>
            <numerusform>%Ln change is only on this laptop</numerusform>
            <numerusform>%Ln changes are only on this laptop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items need you</source>
        <translation>
            <numerusform>%Ln item needs you</numerusform>
            <numerusform>%Ln items need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>%Ln of them are decided already.</source>
        <translation>
            <numerusform>%Ln of them is decided already.</numerusform>
            <numerusform>%Ln of them are decided already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are due within 7 days.</source>
        <translation>
            <numerusform>%Ln of them is due within 7 days.</numerusform>
            <numerusform>%Ln of them are due within 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are overdue already.</source>
        <translation>
            <numerusform>%Ln of them is overdue already.</numerusform>
            <numerusform>%Ln of them are overdue already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are {name}’s already and stay.</source>
        <translation>
            <numerusform>%Ln of them is {name}’s already and stays.</numerusform>
            <numerusform>%Ln of them are {name}’s already and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have contradicting decisions; moving does not settle that.</source>
        <translation>
            <numerusform>%Ln of them has contradicting decisions; moving does not settle that.</numerusform>
            <numerusform>%Ln of them have contradicting decisions; moving does not settle that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have late work waiting; it moves along.</source>
        <translation>
            <numerusform>%Ln of them has late work waiting; it moves along.</numerusform>
            <numerusform>%Ln of them have late work waiting; it moves along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamScreen</name>
    <message numerus="yes">
        <source>%Ln cases move to {name}</source>
        <translation>
            <numerusform>%Ln case moves to {name}</numerusform>
            <numerusform>%Ln cases move to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be moved.</source>
        <translation>
            <numerusform>%Ln could not be moved.</numerusform>
            <numerusform>%Ln could not be moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had already left the laptop.</source>
        <translation>
            <numerusform>%Ln had already left the laptop.</numerusform>
            <numerusform>%Ln had already left the laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moves taken back.</source>
        <translation>
            <numerusform>%Ln move taken back.</numerusform>
            <numerusform>%Ln moves taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>Wait %Ln seconds</source>
        <translation>
            <numerusform>Wait %Ln second</numerusform>
            <numerusform>Wait %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowBanners</name>
    <message numerus="yes">
        <source>Locks in %Ln seconds. Any key keeps it open; nothing is lost by locking.</source>
        <translation>
            <numerusform>Locks in %Ln second. Any key keeps it open; nothing is lost by locking.</numerusform>
            <numerusform>Locks in %Ln seconds. Any key keeps it open; nothing is lost by locking.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorksheetView</name>
    <message numerus="yes">
        <source>%n facts are missing.</source>
        <translation>
            <numerusform>%n fact is missing.</numerusform>
            <numerusform>%n facts are missing.</numerusform>
        </translation>
    </message>
</context>
</TS>
